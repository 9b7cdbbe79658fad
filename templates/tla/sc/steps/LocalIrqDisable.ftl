<#-- Where the thread stands tells that the section is open. -->
