<#-- For the compiler alone. -->
