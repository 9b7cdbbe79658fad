${action.leaveSection()}<#t>
