"""What was published: programmes as data files, and the code that reads and checks them."""
