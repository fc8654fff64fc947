package io.hilum.gateway.chat;

import java.time.Clock;

import io.hilum.gateway.admission.Admission;
import io.hilum.gateway.audit.AuditLog;
import io.hilum.gateway.chat.answer.AnswerReader;
import io.hilum.gateway.chat.kept.KeptResponses;
import io.hilum.gateway.chat.kept.ResponseSeal;
import io.hilum.gateway.chat.request.ChatRequestReader;
import io.hilum.gateway.identity.delegation.Delegations;
import io.hilum.gateway.knowledge.Retriever;
import io.hilum.gateway.models.AgentService;
import io.hilum.gateway.models.ModelService;
import io.hilum.gateway.patient.PatientTokens;
import io.hilum.gateway.phi.PhiScrubber;
import io.hilum.gateway.policy.PolicySource;
import io.hilum.gateway.upstream.ContextProperties;
import io.hilum.trust.id.TimeOrderedIds;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the pipeline together.
 */
@Configuration(proxyBeanMethods = false)
class ChatConfiguration {

	@Bean
	ChatHandler chatHandler(ChatPipeline chatPipeline, ChatProperties properties) {
		return new ChatHandler(chatPipeline, properties);
	}

	@Bean
	ChatPipeline chatPipeline(ChatProperties properties, ContextProperties secrets, PolicySource policies,
			Admission admission, Retriever retriever, PhiScrubber scrubber, ModelService models, AgentService agents,
			Delegations delegations, PatientTokens patients, KeptResponses responses, AuditLog auditLog,
			TimeOrderedIds ids, MeterRegistry meters, Clock clock) {
		ScopeKey scopeKey = new ScopeKey(secrets.secret("scope"));
		ChatRequests requests = new ChatRequests(
				new ChatRequestReader(Dialects::of, properties.ofRequests(), properties.maxTexts()), scopeKey,
				properties, Schedulers.parallel());
		ProviderState state = new ProviderState(responses);
		ChatAnswers answers = new ChatAnswers(new AnswerReader(properties.ofAnswers()), state, properties, meters);
		return new ChatPipeline(requests, policies, admission, retriever, scrubber, state, new Deidentifier(scopeKey),
				patients, models, new AgentRuns(agents, delegations), answers, auditLog, new ChatAudit(ids, clock));
	}

	@Bean
	KeptResponses keptResponses(ChatProperties properties, ContextProperties secrets) {
		return new KeptResponses(new ResponseSeal(secrets.secret("responses"), properties.maxResponseId()),
				new AnswerReader(properties.ofAnswers()));
	}

}
