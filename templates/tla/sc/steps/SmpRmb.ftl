<#-- Memory is in order anyway; for the compiler this is a barrier. -->
