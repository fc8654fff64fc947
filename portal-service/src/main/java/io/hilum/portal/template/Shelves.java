package io.hilum.portal.template;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.hilum.portal.holder.Holder;
import io.hilum.portal.holder.HolderKind;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.seal.Place;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where somebody's templates and those of the team are, with the keys to them.
 *
 * @param holders the person and the team, as far as anything is kept of them
 * @param administrator whether the person administers the team's
 */
record Shelves(List<Holder> holders, boolean administrator) {

	private static final JsonMapper JSON = JsonMapper.shared();

	static SealedTemplate seal(TemplateContent content, UUID id, int version, String author, Holder holder,
			Instant now) {
		byte[] sealed = holder.seal()
			.seal(PhiText.of(JSON.writeValueAsString(content)), Place.template(holder.id(), id, version));
		return new SealedTemplate(id, holder.id(), author, version, sealed, now);
	}

	List<UUID> ids() {
		return this.holders.stream().map(Holder::id).toList();
	}

	Holder holderOf(SealedTemplate sealed) {
		return this.holders.stream()
			.filter((holder) -> holder.id().equals(sealed.holder()))
			.findFirst()
			.orElseThrow(() -> PortalProblem.notFound("template"));
	}

	Template open(SealedTemplate sealed, ServiceContext caller) {
		Holder holder = holderOf(sealed);
		PhiText json = holder.seal().open(sealed.content(), Place.template(holder.id(), sealed.id(), sealed.version()));
		boolean isOwn = holder.kind() == HolderKind.PERSON;
		boolean mayChange = sealed.author().equals(caller.subject()) || (!isOwn && this.administrator);
		return new Template(sealed.id().toString(), isOwn ? Scope.OWN : Scope.TEAM,
				JSON.readValue(json.reveal(), TemplateContent.class), sealed.version(), sealed.author(), mayChange,
				sealed.createdAt());
	}

}
