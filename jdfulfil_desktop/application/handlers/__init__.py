"""One module of handlers for each part of the business."""
