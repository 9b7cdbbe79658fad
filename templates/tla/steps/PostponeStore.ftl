${action.postpone()}<#t>
