-- Hours of provisioned throughput: paid whatever is asked of a deployment, once for each hour of it.
CREATE TABLE usage.provisioned_hour (
	deployment              text        NOT NULL,
	hour                    timestamptz NOT NULL,
	provider                text        NOT NULL,
	region                  text,
	model                   text        NOT NULL,
	units                   integer     NOT NULL CHECK (units > 0),
	nano_usd_per_unit_hour  bigint      NOT NULL CHECK (nano_usd_per_unit_hour >= 0),
	cost_nano_usd           bigint      NOT NULL CHECK (cost_nano_usd = units * nano_usd_per_unit_hour),
	catalogue_version       text        NOT NULL,
	recorded_at             timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (deployment, hour)
);

CREATE INDEX provisioned_hour_hour ON usage.provisioned_hour (hour);

CREATE TRIGGER provisioned_hour_is_append_only BEFORE UPDATE OR DELETE ON usage.provisioned_hour
	FOR EACH ROW EXECUTE FUNCTION usage.refuse_change();
CREATE TRIGGER provisioned_hour_is_not_truncated BEFORE TRUNCATE ON usage.provisioned_hour
	FOR EACH STATEMENT EXECUTE FUNCTION usage.refuse_change();
