// A jest transformer: swc, with one fault put into one file before it is compiled.
const { createHash } = require('node:crypto');
const { createTransformer } = require('@swc/jest');

module.exports = {
  createTransformer({ fault, swc }) {
    const inner = createTransformer(swc);
    const withFault = (source, path) => {
      if (!path.endsWith(`/${fault.file}`)) return source;
      const parts = source.split(fault.find);
      if (parts.length !== 2)
        throw new Error(`The fault “${fault.name}” does not fit ${fault.file}: found ${parts.length - 1} times.`);
      return parts.join(fault.replace);
    };
    return {
      ...inner,
      process: (source, path, options) => inner.process(withFault(source, path), path, options),
      getCacheKey: (source, path, options) =>
        createHash('sha256')
          .update(inner.getCacheKey(source, path, options))
          .update(path.endsWith(`/${fault.file}`) ? JSON.stringify(fault) : '')
          .digest('hex'),
    };
  },
};
