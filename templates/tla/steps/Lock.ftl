${action.sections.others()}<@memory.lock/>
