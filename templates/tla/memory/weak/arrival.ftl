<#-- A task shares what is known on the CPU that it runs on, and takes it along. -->
${action.remember("Together(" + action.memory + ", " + action.agent + ", " + action.knowledge.cpu + ")")}
