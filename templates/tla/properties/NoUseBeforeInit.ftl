NoUseBeforeInit == "use before initialisation" \notin faults
