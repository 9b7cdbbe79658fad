<#-- Nothing happens: a line of the strategy begins. -->
