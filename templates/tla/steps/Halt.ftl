<#-- Nothing comes behind this. -->
