<#-- Both choices are outcomes of the action. -->
