"""What runs leave behind for operators: reports, health, notification, housekeeping."""
