package io.hilum.gateway.chat;

import io.hilum.gateway.chat.answer.AnswerReader;
import io.hilum.gateway.chat.kept.KeptResponses;
import io.hilum.gateway.chat.kept.ResponseSeal;
import io.hilum.gateway.chat.request.ChatRequestReader;

import org.springframework.util.unit.DataSize;

/**
 * What tests of chats share.
 */
public final class ChatFixtures {

	public static final ChatProperties PROPERTIES = new ChatProperties(DataSize.ofMegabytes(4), 64, 400_000, 20_000,
			DataSize.ofKilobytes(64), DataSize.ofMegabytes(1), DataSize.ofMegabytes(8), 4096, "unspecified");

	public static final ChatRequestReader REQUESTS = new ChatRequestReader(Dialects::of, PROPERTIES.ofRequests(),
			PROPERTIES.maxTexts());

	public static final AnswerReader ANSWERS = new AnswerReader(PROPERTIES.ofAnswers());

	public static final KeptResponses RESPONSES = new KeptResponses(
			new ResponseSeal(new byte[32], PROPERTIES.maxResponseId()), ANSWERS);

	private ChatFixtures() {
	}

}
