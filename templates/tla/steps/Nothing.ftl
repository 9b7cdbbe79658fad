<#-- Nothing is left of what moved data. -->
