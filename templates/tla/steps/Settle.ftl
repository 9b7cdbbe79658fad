${action.settled()}
