package io.hilum.gateway.chat;

import org.springframework.util.unit.DataSize;

/**
 * What tests of chats share.
 */
final class ChatFixtures {

	static final ChatProperties PROPERTIES = new ChatProperties(DataSize.ofMegabytes(4), 64, 400_000, 20_000,
			DataSize.ofKilobytes(64), DataSize.ofMegabytes(1), DataSize.ofMegabytes(8), "unspecified");

	private ChatFixtures() {
	}

}
