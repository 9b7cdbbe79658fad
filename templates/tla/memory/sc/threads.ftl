<#-- Memory does nothing by itself. -->
