// Read by modules as they are imported: this one comes first.
process.env.HANDLER_NAME = 'notify';
process.env.POWERTOOLS_SERVICE_NAME = 'notify';
process.env.POWERTOOLS_METRICS_NAMESPACE = 'Matchday';
process.env.POWERTOOLS_LOG_LEVEL = 'DEBUG';
