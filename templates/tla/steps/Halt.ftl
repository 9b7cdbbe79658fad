<#-- Nothing comes after this. -->
