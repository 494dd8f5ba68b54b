"""The only writer of files for others: workbook, calendar, slides, reports."""
