"""Whether what is told happened, is planned, asked for, supposed or denied."""
