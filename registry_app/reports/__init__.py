"""Paper by Decree 30/2020: values in, PDF bytes out."""
