// Loaded before the API and the worker: they belong to the process that started them and do not outlive it.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
