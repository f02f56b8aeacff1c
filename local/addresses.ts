import { createServer } from 'node:http';
import { freePort } from './dynamodb/java.ts';
import { closeServer, listen } from './gateway/listen.ts';
import { loadAssembly } from './template/assembly.ts';
import type { Assembly } from './types.ts';

/** An assembly whose URLs are those of this machine, and the ports behind them. */
export interface AddressedAssembly {
  readonly assembly: Assembly;
  /** The port each HTTP API is to listen on, by logical id. */
  readonly ports: ReadonlyMap<string, number>;
  /** The port that user pools are to listen on. */
  readonly userPoolPort: number;
  /** The port each CloudFront distribution is to listen on, by logical id. */
  readonly sitePorts: ReadonlyMap<string, number>;
  /** The port each Event API is to listen on, by logical id. */
  readonly eventApiPorts: ReadonlyMap<string, number>;
}

/** Says that a port is taken now, rather than when everything else has come up. */
const requireFree = async (port: number): Promise<number> => {
  const probe = createServer();
  await listen(probe, port);
  await closeServer(probe);
  return port;
};

/**
 * Loads the assembly with addresses of this machine. They are part of the template, so ports are chosen before it is
 * resolved: hence it is read twice, first to see which APIs there are.
 * @param port of the first API by logical id; further ones follow, then the user pools, then Event APIs, then distributions. Free ports when absent.
 * @throws LocalRuntimeError when the assembly cannot be read or resolved, or the port is taken
 */
export const loadWithAddresses = async (
  directory: string,
  endpoint: string,
  port?: number,
): Promise<AddressedAssembly> => {
  const draft = loadAssembly(directory);
  let taken = 0;
  const nextPort = (): Promise<number> => {
    taken += 1;
    return port ? requireFree(port + taken - 1) : freePort();
  };
  const portsOf = async (type: string): Promise<ReadonlyMap<string, number>> => {
    const ports = new Map<string, number>();
    const ids = draft.ofType(type).map(({ logicalId }) => logicalId);
    for (const id of ids.sort()) ports.set(id, await nextPort());
    return ports;
  };
  const ports = await portsOf('AWS::ApiGatewayV2::Api');
  const userPoolPort = draft.ofType('AWS::Cognito::UserPool').length > 0 ? await nextPort() : 0;
  const eventApiPorts = await portsOf('AWS::AppSync::Api');
  const sitePorts = await portsOf('AWS::CloudFront::Distribution');
  const assembly = loadAssembly(directory, {
    queueUrl: name => `${endpoint}/${draft.account}/${name}`,
    apiEndpoint: id => `http://127.0.0.1:${ports.get(id) ?? 0}`,
    eventApiHost: id => `127.0.0.1:${eventApiPorts.get(id) ?? 0}`,
    siteHost: id => `127.0.0.1:${sitePorts.get(id) ?? 0}`,
  });
  return { assembly, ports, userPoolPort, eventApiPorts, sitePorts };
};
