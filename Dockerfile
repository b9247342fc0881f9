# docker run --rm -v "$PWD:/site" postlint content
FROM python:3.13-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory /site
COPY . /postlint
RUN pip install --no-cache-dir /postlint && rm -rf /postlint
WORKDIR /site
ENTRYPOINT ["postlint"]
