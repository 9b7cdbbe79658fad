<#-- The memory models, the strongest first: what one allows, those behind it allow too. -->
sc
tso
weak
