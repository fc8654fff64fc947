{{- define "hilum.gateway.env" -}}
- name: HILUM_ROUTING_URL
  value: {{ include "hilum.url" (dict "root" . "key" "routing") }}
- name: HILUM_PHI_SCRUBBER_URL
  value: {{ include "hilum.url" (dict "root" . "key" "phiScrubber") }}
- name: HILUM_USAGE_URL
  value: {{ include "hilum.url" (dict "root" . "key" "usage") }}
- name: HILUM_RAG_URL
  value: {{ include "hilum.url" (dict "root" . "key" "rag") }}
- name: HILUM_PORTAL_URL
  value: {{ include "hilum.url" (dict "root" . "key" "portal") }}
- name: HILUM_AGENT_URL
  value: {{ include "hilum.url" (dict "root" . "key" "agent") }}
- name: HILUM_OIDC_ISSUER
  value: {{ required "identityProvider.issuer: name the issuer of your people's tokens" .Values.identityProvider.issuer | quote }}
- name: HILUM_OIDC_AUDIENCE
  value: {{ required "identityProvider.audience: a token must be meant for Hilum" .Values.identityProvider.audience | quote }}
{{- with .Values.identityProvider.jwksUri }}
- name: HILUM_OIDC_JWKS_URI
  value: {{ . | quote }}
{{- end }}
- name: HILUM_OIDC_ROLES_CLAIM
  value: {{ .Values.identityProvider.rolesClaim | quote }}
- name: HILUM_OIDC_TEAM_CLAIM
  value: {{ .Values.identityProvider.teamClaim | quote }}
{{- with .Values.identityProvider.issuers }}
# In place of the single values above: a list is bound as a whole, and goes before the service's own file.
- name: SPRING_APPLICATION_JSON
  value: {{ dict "hilum" (dict "identity" (dict "issuers" .)) | toJson | quote }}
{{- end }}
- name: HILUM_PORTAL
  value: {{ .Values.portalPage.enabled | quote }}
{{- with .Values.portalPage.authority }}
- name: HILUM_PORTAL_AUTHORITY
  value: {{ . | quote }}
{{- end }}
- name: HILUM_PORTAL_CLIENT
  value: {{ .Values.portalPage.clientId | quote }}
- name: HILUM_PORTAL_SCOPES
  value: {{ join "," .Values.portalPage.scopes | quote }}
{{- with .Values.portalPage.record }}
{{- if .url }}
- name: HILUM_PORTAL_FHIR_URL
  value: {{ .url | quote }}
- name: HILUM_PORTAL_FHIR_AUTHORITY
  value: {{ .authority | quote }}
- name: HILUM_PORTAL_FHIR_CLIENT
  value: {{ .clientId | quote }}
- name: HILUM_PORTAL_FHIR_SCOPES
  value: {{ join "," .scopes | quote }}
{{- end }}
{{- end }}
{{- with .Values.gateway.trustedProxies }}
- name: HILUM_EDGE_TRUSTEDPROXIES
  value: {{ join "," . | quote }}
{{- end }}
{{- end }}
