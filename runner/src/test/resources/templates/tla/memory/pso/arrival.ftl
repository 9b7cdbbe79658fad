<#-- A task keeps its own buffer. -->
