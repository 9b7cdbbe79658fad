<@memory.touching step.location.object>${action.outcomes()}</@memory.touching>
