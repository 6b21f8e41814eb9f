import { constants } from 'node:zlib';

/** OPS-02 and IN-05 in figures; milliseconds and bytes. A test may lower them. */
export const limits = {
	headersTimeout: 10_000,
	requestTimeout: 30_000,
	keepAliveTimeout: 5_000,
	// A reader on a slow line may take long, one that takes nothing at all may not.
	stallTimeout: 120_000,
	connectionsCheckingInterval: 1_000,
	headerBytes: 16 * 1024,
	bodyBytes: 512 * 1024,
	importBytes: 5 * 1024 * 1024,
	// Four times what a recording may be: one that is too long is refused in words, not by the wall.
	recordingBytes: 2 * 1024 * 1024,
	pathBytes: 2_048,
	queryBytes: 4_096,
	pathSegments: 30,
	connections: 4_096,
	// High, because everybody in a reception centre shares one address.
	connectionsPerNetwork: 512,
	requestsInFlight: 500,
	stopAfter: 8_000,
	compressFromBytes: 512,
	compressToBytes: 512 * 1024,
	brotliQuality: 4
};

export type Limits = typeof limits;

export const brotliOptions = (size: number) => ({
	params: {
		[constants.BROTLI_PARAM_QUALITY]: limits.brotliQuality,
		[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
		[constants.BROTLI_PARAM_SIZE_HINT]: size
	}
});

/** Files are imported at paths that end in /import and recordings sent below /admin/geluid; there a body may be larger. */
export function bodyLimit(path: string, most: Limits): number {
	if (/^(\/[\w-]+)?\/admin\/geluid\//.test(path)) return most.recordingBytes;
	return path.endsWith('/import') ? most.importBytes : most.bodyBytes;
}
