<@memory.load step.kind.marking().name()?lower_case/>
