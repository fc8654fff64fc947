package io.hilum.gateway.chat.dialect;

import io.hilum.gateway.chat.answer.AnswerForm;
import io.hilum.gateway.chat.request.RequestForm;

/**
 * Where one API has its texts. There is one implementation for each API; walking,
 * searching, splicing, restoring and relaying are shared. Implementations are immutable.
 */
public interface Dialect extends RequestForm, AnswerForm {

}
