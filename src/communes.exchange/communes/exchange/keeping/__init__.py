"""What passed is forgotten after its time; what says that it is known stays."""
