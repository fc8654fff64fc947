package io.hilum.usage.export.web;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * Cuts what is sent into small slices without copying it. The server asks for more than a
 * hundred of what it sends at once, whatever their size: of whole pages or row groups
 * that would be all of memory.
 */
final class Slices {

	static final int BYTES = 64 * 1024;

	private Slices() {
	}

	static List<DataBuffer> of(ByteBuffer content) {
		List<DataBuffer> slices = new ArrayList<>();
		for (int from = content.position(); from < content.limit(); from += BYTES) {
			ByteBuffer slice = content.slice(from, Math.min(BYTES, content.limit() - from));
			slices.add(DefaultDataBufferFactory.sharedInstance.wrap(slice));
		}
		return slices;
	}

}
