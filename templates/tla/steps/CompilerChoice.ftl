<#-- Either way on: the two outcomes of the action. -->
