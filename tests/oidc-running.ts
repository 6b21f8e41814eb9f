import { client, high } from './oidc-known.ts';
import { startProvider } from './oidc-provider.ts';

// Imported before all else: the configuration is read once, by the first module that asks for it.
export const redirectUri = 'https://pip.test/aanmelden/oidc/terug';
export const idp = await startProvider(redirectUri);
Object.assign(process.env, {
	OIDC_ISSUER: idp.issuer,
	OIDC_CLIENT_ID: client.id,
	OIDC_CLIENT_SECRET: client.secret,
	OIDC_ACR_VALUES: high,
	OIDC_NAME: 'DigiD',
	ALLOW_INSECURE: '1'
});
