{{- define "hilum.portal.env" -}}
{{- with .Values.portal.retention }}
- name: HILUM_PORTAL_KEPT_FOR
  value: {{ . | quote }}
{{- end }}
{{- with .Values.portal.templates }}
{{- if .location }}
- name: HILUM_PORTAL_TEMPLATE_FOLDER
  value: {{ .location | quote }}
- name: HILUM_PORTAL_TEMPLATE_REGION
  value: {{ .region | quote }}
- name: HILUM_PORTAL_TEMPLATE_ENDPOINT
  value: {{ .endpoint | quote }}
- name: HILUM_PORTAL_TEMPLATE_PATH_STYLE
  value: {{ .pathStyle | quote }}
{{- end }}
{{- end }}
{{- with .Values.portal.keyVault }}
{{- if .url }}
- name: HILUM_PORTAL_VAULT
  value: {{ .url | quote }}
- name: HILUM_PORTAL_VAULT_KEY
  value: {{ .key | quote }}
{{- if not $.Values.portal.workloadIdentity.clientId }}
{{- fail "portal.keyVault.url needs portal.workloadIdentity.clientId: the vault knows portal-service by its workload identity" }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
