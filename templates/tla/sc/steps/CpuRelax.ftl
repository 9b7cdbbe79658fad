<#-- Nothing but time. -->
