console.log((await fetch(process.argv[2])).status);
