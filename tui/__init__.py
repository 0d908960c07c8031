"""What people see: the dashboard, the commands, and the words they share."""
