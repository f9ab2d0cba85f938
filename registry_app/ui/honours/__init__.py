"""Windows of commendations and of recognition "An toàn về ANTT"."""
