${action.settled()}<#t>
