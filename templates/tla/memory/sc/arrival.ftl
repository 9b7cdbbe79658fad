<#-- Everybody knows everything. -->
